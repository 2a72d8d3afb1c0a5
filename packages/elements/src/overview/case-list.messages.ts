/** What the desk’s list says. */
export const caseListMessages = {
  'list.title': 'Cases',
  'list.empty': 'There are no cases yet. When somebody raises a concern, it will be here.',
  'list.raised': 'Raised {day}',
  'list.last': 'Last entry {day}',
  'list.danger': 'Danger now',
  'list.open': 'Open case {reference}',
  'list.more': 'Show more cases',
  'list.again': 'Load the list again',
  'list.number': '{number} cases',
  'list.number.one': '1 case',
  'list.old': 'The list below may be old.',
} as const;
