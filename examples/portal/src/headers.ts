/**
 * The policy that every page is served with: nothing but this server's own files, no inline script or style, and Trusted Types.
 * The elements need no exception from it. Copy it.
 */
const contentPolicy = (formAction: "'none'" | "'self'"): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    `form-action ${formAction}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');

const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Headers of a page. Only a page with a form that really posts, without scripts, may send one. */
export const pageHeaders = (postsForms = false): Record<string, string> => ({
  ...always,
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': contentPolicy(postsForms ? "'self'" : "'none'"),
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
});

/** Headers of a script, a style sheet or a picture. */
export const assetHeaders = (contentType: string): Record<string, string> => ({
  ...always,
  'Content-Type': contentType,
  'Cache-Control': 'no-cache',
});

/** Headers of an answer that only this page, now, may read. */
export const privateHeaders = (contentType: string): Record<string, string> => ({
  ...always,
  'Content-Type': contentType,
  'Cache-Control': 'no-store',
});
