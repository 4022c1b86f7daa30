/** The version of Daybook. */
export const VERSION = __VERSION__;

/** Defined by the build. */
declare const __VERSION__: string;
