/** What the page says on which somebody sees what became of the concern that they raised. A council overrides any of it by id. */
export const newsMessages = {
  'news.open': 'Told us before? See what became of it',
  'news.code.title': 'See what became of it',
  'news.code.lead': 'When you told us, you got a code.',
  'news.code.label': 'Your code',
  'news.code.hint': 'Spaces and small letters do not matter.',
  'news.code.open': 'Open it',
  'news.code.missing': 'Type your code.',
  'news.code.not-found':
    'This code does not open anything now. Look at it again. If you tried many times, wait 15 minutes. Or call.',
  'news.title': 'What became of it',
  'news.reference': 'Your reference is',
  'news.received': 'We have what you told us.',
  'news.acknowledged': '{day}: The team has read it.',
  'news.allocated': '{day}: Somebody in the team is looking at it now.',
  'news.told': '{day}: This is what we can tell you.',
  'news.nothing': 'There is no more that we can tell you yet. Look again in some days, or call.',
  'news.limits':
    'We cannot always tell you what happens. It is about somebody’s life, and they decide what others hear.',
  'news.add.title': 'Tell us more',
  'news.add.what': 'What has happened since, or what did you forget?',
  'news.add.urgent': 'Nobody reads this straight away. If somebody is in danger now, call 999.',
  'news.add.call-back': 'Should somebody call you back?',
  'news.add.call-back.hint':
    'A number that is safe to call, and a good time. Leave it empty if you do not want a call.',
  'news.add.send': 'Send this',
  'news.add.missing': 'Write something in one of the two boxes.',
  'news.added': 'We have what you sent us. Thank you.',
  'news.not-added': 'This was not sent. Your words are still here. Try again in a moment, or call.',
  'news.another': 'Close this',
  'concern.receipt.code': 'With this code you can come back and see what became of it:',
  'concern.receipt.code-safe':
    'Keep the code only if nobody else will find it. It opens what we tell you, not what you told us.',
} as const;

export type NewsMessageId = keyof typeof newsMessages;
