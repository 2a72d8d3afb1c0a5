import type { Role } from '@msp/workflows';

/** The council whose desk gets every concern of this example. In the interface's words: the tenant. */
export const TENANT = 'larkshire';

/** Somebody who is signed in, as the portal's own back end knows them. */
export type SignedIn = { readonly subject: string; readonly role: Role; readonly organisation: string };

/**
 * Who can be signed in here. All of them are invented. A real portal asks its own sign-in who is there, never the page.
 */
export const people = {
  /** Everybody who fills in the form on the housing provider's page: nobody signs in there. */
  northgate: { subject: 'northgate-homes-website', role: 'referrer', organisation: 'northgate-homes' },
  /** The trust's staff, on the trust's own intranet. */
  brannock: { subject: 'st-brannock-intranet', role: 'referrer', organisation: 'st-brannock-nhs-trust' },
  sam: { subject: 'sam-okoro', role: 'practitioner', organisation: 'larkshire-council' },
  alex: { subject: 'alex-lindqvist', role: 'practitioner', organisation: 'larkshire-council' },
  priya: { subject: 'priya-raman', role: 'manager', organisation: 'larkshire-council' },
} as const satisfies Record<string, SignedIn>;

export type PersonName = keyof typeof people;

export const isPersonName = (name: string): name is PersonName => Object.hasOwn(people, name);

/** The adult whom a case is about, on their own page: they reach this one case and nothing else. */
export const theAdult = (caseId: string): SignedIn => ({
  subject: `adult-of-${caseId}`,
  role: 'person',
  organisation: 'the-adult',
});
