/** What two cases were found to have in common. */
export type MatchKind = 'name-and-birth' | 'name-and-postcode';

/** A keyed hash of what is known of the adult in a case: nobody reads from it who they are. */
export type PersonMark = { readonly kind: MatchKind; readonly mark: string };

/** Another case that may be about the same person. */
export type PersonMatch = {
  readonly caseId: string;
  readonly reference: string;
  readonly matchedOn: readonly MatchKind[];
};

/** So many matches are given back. */
export const MAX_MATCHES = 20;

/** Finds cases that may be about one person, without knowing who that is. */
export type PeopleStore = {
  /**
   * Other cases of the tenant with a mark of this one, the newest first, `MAX_MATCHES` at most, but for those that somebody said are about another
   * person. It is noted in the audit of the case who looked.
   */
  findSamePerson(tenant: string, caseId: string, by: { readonly subject: string }): Promise<readonly PersonMatch[]>;

  /** Keeps that two cases are not about the same person, and notes who said so. False where the tenant has not both. */
  keepApart(
    tenant: string,
    cases: { readonly caseId: string; readonly other: string },
    by: { readonly subject: string },
  ): Promise<boolean>;
};
