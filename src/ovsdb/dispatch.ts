/**
 * Calls listeners from within the connection's reader: a listener that throws is a bug of the program, which must surface
 * as an uncaught exception, but the reader must first finish the message it is at.
 */

/** Runs `listeners`; what they throw is thrown again outside of the current call. */
export function dispatch(listeners: () => void): void {
  try {
    listeners();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
