/** The desk: shows who you are, keeps it from page to page, and opens the case that was chosen from the list. */
const me = new URLSearchParams(location.search).get('as') ?? 'sam';

for (const link of document.querySelectorAll<HTMLAnchorElement>('.sign-in li a')) {
  if (new URL(link.href).searchParams.get('as') === me) link.setAttribute('aria-current', 'true');
}

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-keep-sign-in]')) {
  link.search = `?as=${encodeURIComponent(me)}`;
}

document.addEventListener('msp-case-selected', (event) => {
  const { caseId } = (event as CustomEvent<{ caseId: string }>).detail;
  location.assign(`/desk/cases/${encodeURIComponent(caseId)}?as=${encodeURIComponent(me)}`);
});
