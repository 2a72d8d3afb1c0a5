import type { Measure } from './measures.js';
import { NOT_IN_COLLECTION } from './national-codes.js';
import { nationalTables } from './national-tables.js';
import { layOut } from './report.js';
import type { Shown } from './suppress.js';

/** Everything that a spreadsheet may read as the start of a formula, also after blanks, and its full-width forms. */
const FORMULA = /^[\s\uFEFF]*[=+\-@\u2212\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/**
 * One cell of a CSV file (RFC 4180), that no spreadsheet takes for a formula: such text gets an apostrophe before it
 * (OWASP ASVS V1.2.10). Quoted only where it must be.
 */
export const csvCell = (value: string | number): string => {
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",;\r\n\t']|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

export type CsvOptions = {
  /** The council that the numbers are about, as the publication names it: its code and name. */
  readonly council?: { readonly code: string; readonly name: string };
  /** Begin with a byte order mark, for spreadsheets that do not know UTF-8 without. The collection's own files have none. */
  readonly byteOrderMark?: boolean;
};

const header = ['LA_CODE', 'LA_NAME', 'TABLE_REFERENCE', 'ENQUIRY_TYPE', 'CATEGORY', 'SUBCATEGORY', 'VALUE'];

/**
 * The national tables as CSV, in the columns of the national publication: one number a line, `CATEGORY` the row and
 * `SUBCATEGORY` the column. Small numbers are always hidden, whoever asks. Rows that the collection does not have (not known,
 * not asked, not recorded as a type, source or place) and totals are left out.
 */
export const nationalCsv = (measure: Measure, { council, byteOrderMark = false }: CsvOptions = {}): string => {
  const place = [council?.code ?? '', council?.name ?? ''];
  const lines = nationalTables.flatMap((spec) => {
    const isOurs = (code: string): boolean =>
      code === 'total' || (spec.columns['serviceProvider'] !== undefined && NOT_IN_COLLECTION.includes(code));
    const { columns, rows } = layOut(spec, measure.counts[spec.code] ?? {}, true);
    return rows
      .filter(({ code }) => !isOurs(code))
      .flatMap(({ label, values }) =>
        columns.flatMap((column, index) =>
          isOurs(column.code)
            ? []
            : [
                csvLine([
                  ...place,
                  spec.national.reference,
                  spec.national.enquiryType,
                  label,
                  column.label,
                  values[index] as Shown,
                ]),
              ],
        ),
      );
  });
  return (byteOrderMark ? '\uFEFF' : '') + csvLine(header) + lines.join('');
};
