import { EngineError } from './engine-error.js';

/** The code of the engine's error that this ends with; `none` where it ends well. */
export const errorCode = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof EngineError) return error.code;
    throw error;
  }
  return 'none';
};
