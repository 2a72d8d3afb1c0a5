/** What any form says, in the same words wherever it is shown. */
export const formMessages = {
  'kit.there-is-a-problem': 'There is a problem',
  'kit.error-prefix': 'Error:',
  'kit.why': 'Why we ask this',
  'kit.day': 'Day',
  'kit.month': 'Month',
  'kit.year': 'Year',
  'kit.or': 'or',
  'kit.choose': 'Choose one',
} as const;

/** What the exit control says. Neutral on purpose: whoever looks over a shoulder learns nothing. */
export const exitButton = 'Leave this page';

/** What the concern form says around its questions. A council overrides any of it by id. */
export const concernFormMessages = {
  'concern.before.title': 'Tell us what worries you',
  'concern.before.999': 'If somebody is in danger now, call 999. Nobody reads this form straight away.',
  'concern.before.lead':
    'You can tell us about another adult or about yourself. Use your own words. You do not need to be sure, and you do not need to know everything. It takes about 10 minutes, and you can send it after the third page.',
  'concern.before.who-title': 'Who reads this',
  'concern.before.who':
    'The adult safeguarding team at {council}. They help adults who need care or support to be safe, in the way that the person wants.',
  'concern.before.share-title': 'When others are told',
  'concern.before.share':
    'The team only tells people who need to know to help. If somebody could be badly hurt, if a child could be at risk, or if there is a serious crime, they may have to tell others, like the police, even if you or the person would rather not. If it is safe, the person is told first.',
  'concern.before.named': 'You do not have to say who you are.',
  'concern.before.leave-title': 'Leaving quickly',
  'concern.before.leave':
    'The button “{button}” stays on the screen. It empties this form and shows another page instead. Pressing the Shift key three times does the same.',
  'concern.before.leave-not':
    'It cannot empty the list of pages that you visited, and it cannot stop somebody who watches this device with hidden software. If somebody could check this device, use another one, or call.',
  'concern.before.kept':
    'What you write is not kept on this device. If you close the page before you send it, it is gone.',
  'concern.before.start': 'Start',
  'concern.before.route': 'Not sure if this is the right place?',
  'concern.route.title': 'Where does this belong?',
  'concern.route.lead': 'You can tell us here whatever it is. If it belongs somewhere else, we pass it on.',
  'concern.route.start': 'Tell us here',
  'concern.route.call': '{name}: {phone}',
  'concern.save': 'Save it and come back later',
  'concern.save.title': 'Save it and come back later',
  'concern.save.lead': 'We keep what you wrote for some days, and lock it. Nobody reads it until you send it.',
  'concern.save.code':
    'You get a code. You need it to open what you wrote. Write it down only if nobody else will find it.',
  'concern.save.now': 'Save it',
  'concern.save.saving': 'Saving…',
  'concern.save.failed':
    'We could not save it. Your words are still here, as long as this page stays open. Try again in a moment.',
  'concern.saved.title': 'It is saved, but not sent',
  'concern.saved.code': 'Your code is',
  'concern.saved.until': 'You can open it until {day}. After that it is gone.',
  'concern.saved.how': 'To come back, open this form, choose “{button}” and type the code.',
  'concern.saved.urgent': 'Nobody reads it until you send it. If somebody is in danger now, call 999.',
  'concern.saved.on': 'Carry on now',
  'concern.come-back': 'Come back with a code',
  'concern.come-back.title': 'Come back with a code',
  'concern.come-back.label': 'Your code',
  'concern.come-back.hint': 'Spaces and small letters do not matter.',
  'concern.come-back.open': 'Open it',
  'concern.come-back.missing': 'Type your code.',
  'concern.come-back.not-found':
    'We have nothing under this code. Look at it again. What was saved is kept for some days, and is gone once it is sent.',
  'concern.come-back.failed': 'We could not open it just now. Try again in a moment, or call.',
  'concern.talk': 'Would you rather talk?',
  'concern.talk.call': 'Call {phone}.',
  'concern.talk.no-phone': 'Call your council and ask for adult safeguarding.',
  'concern.talk.999': 'In danger now? Call 999.',
  'concern.council': 'your council',
  'concern.council.start': 'Your council',
  'concern.back': 'Back',
  'concern.back-to-answers': 'Back to your answers',
  'concern.step': 'Page {number} of {total}',
  'concern.continue': 'Continue',
  'concern.continue-change': 'Save this change',
  'concern.skip': 'If you do not know, leave it empty and carry on.',
  'concern.send-now': 'Send it now with what you have told us',
  'concern.send-now-hint': 'You have told us enough to send this. More helps, but you do not have to.',
  'concern.check.title': 'Check your answers',
  'concern.check.lead': 'You can change anything before you send it.',
  'concern.check.change': 'Change',
  'concern.check.empty': 'Not answered',
  'concern.send': 'Send',
  'concern.sending': 'Sending…',
  'concern.problem.too-long': 'This is too long for us to keep. Make it shorter: {label}',
  'concern.problem.not-a-date': 'Write the date as numbers, like 27 3 1948: {label}',
  'concern.problem.characters': 'There is a sign in this that we cannot keep. Type it again: {label}',
  'concern.problem.other': 'Look at this answer again: {label}',
  'concern.not-sent.title': 'Not sent yet',
  'concern.not-sent.unreachable':
    'We could not reach the service. Your words are still here, as long as this page stays open. Check your connection, then try again.',
  'concern.not-sent.refused':
    'This page was not allowed to send it. Your words are still here, as long as this page stays open. Try again. If it does not work, call.',
  'concern.not-sent.sent-before':
    'What you saved was sent before, maybe from another page. To tell us more, call, or start again.',
  'concern.not-sent.trying': 'We keep trying, as long as this page stays open.',
  'concern.not-sent.failed':
    'Something went wrong on our side. Your words are still here, as long as this page stays open. Try again in a moment.',
  'concern.not-sent.call': 'You can also call {phone} and read out what you wrote.',
  'concern.not-sent.call-no-phone': 'You can also call, and read out what you wrote.',
  'concern.not-sent.again': 'Try again',
  'concern.receipt.title': 'We have it. Thank you for telling us.',
  'concern.receipt.reference': 'Your reference is',
  'concern.receipt.others': 'The other people you named have references of their own: {references}.',
  'concern.receipt.write-down': 'Write it down, but only if that is safe.',
  'concern.receipt.next-title': 'What happens next',
  'concern.receipt.read.one': '{council} reads it within 1 working day.',
  'concern.receipt.read.many': '{council} reads it within {days} working days.',
  'concern.receipt.decide': 'Within {days} working days they decide, with the person if they can, how to help.',
  'concern.receipt.decide.myself': 'Within {days} working days they decide, with you if they can, how to help.',
  'concern.receipt.talk': 'They try to talk with the person in a safe way, and ask what the person wants.',
  'concern.receipt.talk.myself': 'If you told us a safe way to reach you, they will use it, and ask what you want.',
  'concern.receipt.you': 'If you said how to reach you, they may ask you something, and tell you what they can.',
  'concern.receipt.working-days': 'Working days are Monday to Friday, without bank holidays.',
  'concern.receipt.more-title': 'If something changes',
  'concern.receipt.more': 'Call {phone} and say your reference. If somebody is in danger, call 999.',
  'concern.receipt.more-no-phone':
    'Call your council, ask for adult safeguarding and say your reference. If somebody is in danger, call 999.',
  'concern.receipt.changed':
    'We already had what you sent the first time. What you changed after that did not reach us. Call to tell us.',
  'concern.receipt.forgotten': 'This page has forgotten what you wrote. You can close it.',
  'concern.receipt.another': 'Tell us about something else',
  'concern.demo': 'This is for trying out. Nothing that you write is sent.',
  'concern.wrong-mode': 'This form cannot be shown here.',
} as const;

export type ConcernFormMessageId = keyof typeof concernFormMessages;
