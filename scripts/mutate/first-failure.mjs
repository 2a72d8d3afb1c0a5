/** Ends the run at the first test that fails: one is enough to know that a fault was noticed. */
// eslint-disable-next-line require-yield -- a reporter is asked for text, and this one has none
export default async function* firstFailure(events) {
  for await (const { type } of events) if (type === 'test:fail') process.exit(1);
}
