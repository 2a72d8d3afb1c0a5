/** The version of the engine: that of its package. */
export const ENGINE_VERSION = '0.1.0';
