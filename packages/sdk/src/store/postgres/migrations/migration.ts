/** One step forward of the schema. Once released it is never edited: its checksum stands in every database that has it. */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string };
