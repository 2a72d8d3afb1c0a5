const not = (selector, message) => ({ selector, message });

const DEFAULT_Z = "Write import * as z from 'zod/mini': any other import takes every locale along.";
const STORAGE = 'Nothing is kept in the browser.';
const MARKUP = 'Write a template: markup from a string is what a strict policy forbids.';
const CLOCK = 'The engine reads no clock: time comes in as events.';

const anywhere = [
  not('ExportAllDeclaration', 'Export by name: the list is the public face.'),
  not("ImportDeclaration[source.value='zod/mini'] > ImportSpecifier", DEFAULT_Z),
  not("ImportDeclaration[source.value='zod/mini'] > ImportDefaultSpecifier", DEFAULT_Z),
];

const inTheEngine = [
  not("CallExpression[callee.object.name='Date'][callee.property.name='now']", CLOCK),
  not("NewExpression[callee.name='Date'][arguments.length=0]", CLOCK),
  not("CallExpression[callee.name='Date']", CLOCK),
  not("MemberExpression[object.name='Math'][property.name='random']", 'The engine draws no random number.'),
  not('ImportExpression', 'The engine loads nothing while it runs.'),
];

const STORES = '/^(localStorage|sessionStorage|indexedDB|caches|cookieStore)$/';

const inBrowsers = [
  not("MemberExpression[object.name='document'][property.name='cookie']", STORAGE),
  not(`MemberExpression[property.name=${STORES}]`, STORAGE),
  not('AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]', MARKUP),
  not('CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe)$/]', MARKUP),
  not('ImportSpecifier[imported.name=/^(unsafeHTML|unsafeSVG|unsafeStatic|unsafeMathML|styleMap)$/]', MARKUP),
  not(
    'TaggedTemplateExpression[tag.name=/html$|^svg$/i] TemplateElement[value.raw=/\\sstyle\\s*=/]',
    'A strict policy forbids style attributes: use a class and the style sheet.',
  ),
  not(
    'TaggedTemplateExpression[tag.name=/html$|^svg$/i] TemplateElement[value.raw=/\\son[a-z]+\\s*=/]',
    'A strict policy forbids handlers in markup: write @event.',
  ),
  not('ImportExpression', 'A page loads one module graph: nothing is fetched later.'),
];

/** What no file of a part may say, as selectors of syntax. */
export const never = { anywhere, inTheEngine, inBrowsers };

const forget = ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'];
const impure = [
  'console',
  'crypto',
  'fetch',
  'globalThis',
  'performance',
  'process',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
  'setTimeout',
];

/** What no file of a part may call by its global name. */
export const neverNamed = {
  inTheEngine: impure.map((name) => ({ name, message: 'The engine is pure: it reads and does nothing outside.' })),
  inBrowsers: forget.map((name) => ({ name, message: STORAGE })),
};
