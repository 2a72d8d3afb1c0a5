/* Starts a script of this folder, in words that even a very old Node.js understands. */
var version = process.versions.node.split('.').map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error(
    '\nThis needs Node.js 20.19 or later, and this is ' +
      process.versions.node +
      '. Install a newer one from nodejs.org, then try again.\n',
  );
  process.exit(1);
}
import('./' + process.argv[2] + '.mjs');
