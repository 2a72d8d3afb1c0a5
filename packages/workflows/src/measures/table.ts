import type { CodeList } from './national-codes.js';

/** How one table of a report is laid out. Counts are kept by its code; a row or column that is not listed is not shown. */
export type TableSpec = {
  readonly code: string;
  /** What is counted, in plain words. */
  readonly title: string;
  readonly rows: CodeList;
  readonly columns: CodeList;
  /** A table of the national collection: the enquiry type that it is about, and the column by which it is sent, if not whole. */
  readonly national?: { readonly reference: string; readonly enquiryType: 's42' | 'other' | 'all' };
};

export const number: CodeList = { number: 'Number' };
