import * as z from 'zod/mini';
import { referenceSchema } from './shapes.js';

/** Closed cases whose words the organisation no longer has a reason to keep, by what it set: the longest closed first, 100 at most. */
export const dueErasuresSchema = z.object({
  /** What the organisation set. Absent: it set nothing, and nothing falls due. */
  closedCasesYears: z.exactOptional(z.int()),
  cases: z.array(
    z.object({ caseId: z.uuid(), reference: referenceSchema, lastEventAt: z.iso.datetime({ offset: true }) }),
  ),
});
export type DueErasures = z.output<typeof dueErasuresSchema>;
