/** What the three-point test says around the words of the policy pack. A council overrides any of it by id. */
export const thresholdMessages = {
  'threshold.title': 'Three-point test',
  'threshold.lead':
    'Three questions decide whether the council must make an enquiry. Whether the person agrees is not one of them: what they want shapes how the enquiry is made.',
  'threshold.stands': 'Where the test stands',
  'threshold.stands.met': 'All three points are met.',
  'threshold.stands.not-met': 'One point is not met, so the test is not met.',
  'threshold.decided': 'Decided: {route}.',
  'threshold.questions': 'The three questions',
  'threshold.in-the-act': 'The law says: “{words}”',
  'threshold.limb.met': 'Met',
  'threshold.limb.notMet': 'Not met',
  'threshold.limb.unclear': 'Still unclear',
  'threshold.limb.open': 'Not answered yet',
  'threshold.limb.form': 'Answer this question',
  'threshold.limb.form-again': 'Answer it again',
  'threshold.limb.answer': 'Is there reason to think so?',
  'threshold.limb.answer-hint': 'You do not need proof. Reasonable cause to suspect it is enough.',
  'threshold.limb.answer.met': 'Yes, this point is met',
  'threshold.limb.answer.notMet': 'No, this point is not met',
  'threshold.limb.answer.unclear': 'Still unclear',
  'threshold.limb.because': 'Why do you say so?',
  'threshold.limb.because-hint':
    'What you saw, what you were told, and by whom. If it is unclear, what you need to find out.',
  'threshold.limb.required': 'Choose whether this point is met',
  'threshold.limb.because-required': 'Write why you say so',
  'threshold.limb.save': 'Save this answer',
  'threshold.talk.lead': 'Decide nothing about somebody before they had the chance to speak.',
  'threshold.decide': 'Decide',
  'threshold.decide.again': 'Decide again',
  'threshold.decide.route': 'What happens next?',
  'threshold.decide.route-required': 'Choose what happens next',
  'threshold.decide.because': 'Why?',
  'threshold.decide.because-hint': 'Write it so that you could read it to the person.',
  'threshold.decide.because-required': 'Write why you decided this',
  'threshold.decide.ground': 'Why is it not for this council to enquire?',
  'threshold.decide.to': 'Who takes it?',
  'threshold.decide.to-hint':
    'The council, prison or team that takes it, or the other case. Leave it empty if the adult has died.',
  'threshold.decide.save': 'Record the decision',
} as const;

export type ThresholdMessageId = keyof typeof thresholdMessages;
