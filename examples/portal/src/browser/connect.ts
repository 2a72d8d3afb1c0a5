import type {} from '@msp/elements/define.js';

/**
 * Gives the provider on this page its tokens. The elements ask for one before each call, and the page asks the portal's own back
 * end. Nothing is kept: a token lives ten minutes at most, and only in the memory of the call that it is for.
 */
const tokenFrom = async (address: string): Promise<string> => {
  const answer = await fetch(address, { method: 'POST' });
  if (!answer.ok) throw new Error(`The portal gave no token (${answer.status}).`);
  return answer.text();
};

/** The last part of the address, on pages that are about one case: an id from which nothing can be read. */
const caseId = /[0-9a-f-]{36}$/.exec(location.pathname)?.[0];

for (const element of document.querySelectorAll('[data-this-case]')) {
  if (!caseId) continue;
  if (element instanceof HTMLAnchorElement) element.href += caseId;
  else element.setAttribute('case-id', caseId);
}

/** Who is signed in: on the desk it is chosen in the address, for there is no sign-in in this example. */
const chosen = new URLSearchParams(location.search).get('as') ?? 'sam';

for (const provider of document.querySelectorAll('msp-provider')) {
  const query = new URLSearchParams({ as: provider.dataset['as'] ?? chosen });
  if (provider.dataset['as'] === 'person' && caseId) query.set('case', caseId);
  provider.token = () => tokenFrom(`/token?${query.toString()}`);
}
