/** One step forward of the schema. Once released it is never edited: its checksum stands in every database that has it. */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string };

/** Row-level security that lets a transaction see and write the rows of its own tenant alone. */
export const keptApart = (table: string): string => `
ALTER TABLE msp.${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE msp.${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY one_tenant ON msp.${table}
  USING (tenant = current_setting('msp.tenant', true))
  WITH CHECK (tenant = current_setting('msp.tenant', true));
`;
