import assert from 'node:assert/strict';
import { type TestServer, testServer } from '../handler.test.kit.js';
import { fixedSettings } from '../tenants/settings.js';
import { newSiteKey } from '../tenants/site-key.js';

export const ORIGIN = 'https://www.larkshire.example';
const council = {
  name: { en: 'Larkshire Council' },
  contacts: [{ id: 'desk', label: { en: 'Adults’ desk' }, phone: '01632 960 001' }],
  siteKeys: [{ key: newSiteKey('council'), origins: [ORIGIN] }],
};
/** A server with hosted pages for one organisation. */
export const hosted = (more: object = {}, given: object = {}) =>
  testServer({ settings: fixedSettings({ council: { ...council, ...more }, silent: {} }), pages: {}, ...given });

export const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
};

/** A browser without scripts: keeps nothing but the page that it shows, and sends what that page's form says. */
export const browser = (server: TestServer) => {
  let html = '';
  let policy = '';
  const show = async (response: Response): Promise<number> => {
    html = await response.text();
    policy = response.headers.get('content-security-policy') ?? '';
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('set-cookie'), null);
    return response.status;
  };
  const fields = (): [string, string][] => {
    const inputs = [...html.matchAll(/<input[^>]*>/g)].flatMap(([tag]): [string, string][] => {
      const type = attribute(tag, 'type');
      const isOff = (type === 'radio' || type === 'checkbox') && !/\schecked/.test(tag);
      return isOff ? [] : [[attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? '']];
    });
    const areas = [...html.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>\n?([^<]*)<\/textarea>/g)];
    return [...inputs, ...areas.map(([, name = '', text = '']): [string, string] => [name, unescaped(text)])];
  };
  return {
    html: () => html,
    policy: () => policy,
    text: () => unescaped(html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')),
    heading: () => unescaped((/<h1>(.*?)<\/h1>/s.exec(html)?.[1] ?? '').replaceAll(/<[^>]+>/g, '').trim()),
    open: async (path = '/form/council') => show(await server.send('GET', path)),
    press: async (go: string, typed: Readonly<Record<string, string | string[]>> = {}) => {
      assert.ok(html.includes(`name="go" value="${go}"`), `there is no button ${go}`);
      const kept = fields().filter(([name]) => !Object.hasOwn(typed, name));
      const all = [
        ...kept,
        ...Object.entries(typed).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
      ];
      const body = new URLSearchParams([...all, ['go', go]] as [string, string][]).toString();
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      return show(await server.send('POST', '/form/council', { body, headers: type }));
    },
  };
};
