import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pageAt, readPage, withNotice } from './pages.js';

const caseId = '01960000-0000-7000-8000-000000000002';

describe('pageAt', () => {
  for (const path of [
    '/',
    '/housing/',
    '/hospital/',
    '/desk/',
    `/desk/cases/${caseId}`,
    `/me/${caseId}`,
    '/elsewhere',
  ]) {
    it(`has a page for ${path} with a title, one main part and no script or style of its own`, async () => {
      const html = await readPage(pageAt(path) ?? 'none');
      assert.match(html, /<title>[^<]+<\/title>/);
      assert.equal(html.match(/<main/g)?.length, 1);
      assert.doesNotMatch(html, /<script(?![^>]* src=)|<style|\sstyle=|\son\w+=|https?:/);
    });
  }

  for (const path of ['/desk/cases/', '/desk/cases/1', `/me/${caseId}/x`, '/me/', '/housing/../main.js', '/%2e%2e/']) {
    it(`has none for ${path}`, () => assert.equal(pageAt(path), undefined));
  }
});

describe('withNotice', () => {
  const html = '<main><!-- notice --></main>';

  it('says what became of the sample cases', () => {
    assert.match(withNotice(html, 'loaded'), /are loaded/);
    assert.match(withNotice(html, 'already'), /there already/);
  });

  it('lets nothing of an address into the page', () => {
    for (const name of ['<b>', 'constructor', '__proto__', '', null]) assert.equal(withNotice(html, name), html);
  });

  it('finds its place on the first page', async () => {
    assert.match(withNotice(await readPage('index.html'), 'loaded'), /are loaded/);
  });
});
