/** Ends with one plain sentence that says what is wrong and what to do. */
export const giveUp = (sentence) => {
  console.error(`\n${sentence}\n`);
  process.exit(1);
};

export const step = (text) => console.log(`• ${text}`);
