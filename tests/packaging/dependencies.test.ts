import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { published, root } from './support/pack.js';

const MOST_IN_BROWSERS = 10;
const MOST_ON_SERVERS = 20;

type Locked = {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
};

const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, Locked>>;
};

/** Where Node.js finds a package that a package asks for: the nearest of the folders above it. */
const placeOf = (name: string, from: string): string => {
  for (let folder = from; ; folder = folder.replace(/(^|\/)[^/]*$/, '')) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (place in packages) return place;
    assert.notEqual(folder, '', `${from} asks for ${name}, which the lock file does not have`);
  }
};

/** Everything that is installed with a published package, by its place in the lock file. */
const treeOf = (folder: string, seen = new Set<string>()): Set<string> => {
  for (const name of Object.keys(packages[folder]?.dependencies ?? {})) {
    const place = placeOf(name, folder);
    const { link, resolved } = packages[place] ?? {};
    if (seen.has(place)) continue;
    seen.add(place);
    treeOf(link ? (resolved ?? '') : place, seen);
  }
  return seen;
};

const ofOthers = (places: Iterable<string>): string[] => [...places].filter((place) => !packages[place]?.link).sort();

/** The package that a source in a bundle's map comes from. */
const packageIn = (source: string): string | undefined => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1];

describe('what is installed with us', () => {
  it(`is at most ${MOST_ON_SERVERS} packages of others on a server`, () => {
    const places = ofOthers(treeOf('packages/sdk'));
    assert.ok(places.length > 0);
    assert.ok(places.length <= MOST_ON_SERVERS, places.join(', '));
  });

  for (const bundle of ['define', 'msp-concern-form']) {
    it(`is at most ${MOST_IN_BROWSERS} packages of others in ${bundle}.min.js`, async () => {
      const map = join(root, 'packages', 'elements', 'dist', 'bundle', `${bundle}.min.js.map`);
      const { sources } = JSON.parse(await readFile(map, 'utf8')) as { sources: string[] };
      const names = new Set(sources.map(packageIn).filter((name) => name !== undefined));
      assert.ok(names.has('lit-html'), 'the map names what is in the bundle');
      assert.ok(names.size <= MOST_IN_BROWSERS, [...names].join(', '));
      for (const name of ['xstate', 'hono', 'jose', 'pg']) assert.ok(!names.has(name), `${name} is for servers`);
    });
  }

  it('runs nothing while it is installed', () => {
    for (const name of published) {
      const places = ofOthers(treeOf(`packages/${name}`));
      assert.deepEqual(
        places.filter((place) => packages[place]?.hasInstallScript),
        [],
      );
    }
  });

  it('has exact versions, so that everybody gets what was tested', async () => {
    for (const name of published) {
      const manifest = JSON.parse(await readFile(join(root, 'packages', name, 'package.json'), 'utf8')) as Locked;
      for (const [dependency, version] of Object.entries(manifest.dependencies ?? {}))
        assert.match(version, /^\d+\.\d+\.\d+$/, dependency);
    }
  });
});

describe('the lock file', () => {
  it('names no host to download from', () => {
    const named = Object.entries(packages).filter(([, { resolved, link }]) => resolved !== undefined && !link);
    assert.deepEqual(named, []);
  });

  it('holds every package that another one asks for', () => {
    for (const folder of Object.keys(packages)) {
      if (packages[folder]?.link) continue;
      for (const name of Object.keys(packages[folder]?.dependencies ?? {})) assert.ok(placeOf(name, folder));
    }
  });
});
