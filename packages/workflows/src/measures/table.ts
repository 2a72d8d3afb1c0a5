import type { CodeList } from './national-codes.js';

/** How one table of a report is laid out. Its counts are kept under its code. */
export type TableSpec = {
  readonly code: string;
  /** What is counted, in plain words. */
  readonly title: string;
  readonly rows: CodeList;
  readonly columns: CodeList;
  /** Its cells add up to something. Where one thing is counted in several columns, they do not. */
  readonly totals: boolean;
  /** Where the table goes in the national collection. */
  readonly national?: National;
};

type National = { readonly reference: string; readonly enquiryType: string };

/** A table of the national collection. */
export type NationalTable = TableSpec & { readonly national: National };
