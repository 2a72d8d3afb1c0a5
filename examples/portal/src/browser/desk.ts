import type {} from '@msp/elements/define.js';

/** The desk: shows who you are, keeps it from page to page, and says where a case of the list is to be found. */
const me = new URLSearchParams(location.search).get('as') ?? 'sam';
const signedIn = `?as=${encodeURIComponent(me)}`;

for (const link of document.querySelectorAll<HTMLAnchorElement>('.sign-in li a')) {
  if (new URL(link.href).searchParams.get('as') === me) link.setAttribute('aria-current', 'true');
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-keep-sign-in]')) link.search = signedIn;

for (const list of document.querySelectorAll('msp-case-list')) list.hrefTemplate = `/desk/cases/{caseId}${signedIn}`;
