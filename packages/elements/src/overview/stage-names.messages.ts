/** What each stage is called on screen. */
export const stageNames = {
  'stage-name.concern': 'Concern',
  'stage-name.threshold': 'Three-point test',
  'stage-name.outcomes': 'What the person wants',
  'stage-name.check-ins': 'Enquiry and check-ins',
  'stage-name.closure': 'Talking about closing',
  'stage-name.step-down': 'Other help',
  'stage-name.closed': 'Closed',
} as const;
