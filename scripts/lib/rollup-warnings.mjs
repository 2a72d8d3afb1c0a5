const isOfALibrary = ({ code, message, ids }) =>
  (code === 'INVALID_ANNOTATION' && message.includes('node_modules')) ||
  (code === 'CIRCULAR_DEPENDENCY' && ids.every((id) => id.includes('node_modules')));

/** For Rollup's `onwarn`: a cycle, or an import that leads nowhere, is a fault of ours and no remark. */
export const noWarnings = (warning) => {
  if (!isOfALibrary(warning)) throw new Error(`${warning.code}: ${warning.message}`);
};
