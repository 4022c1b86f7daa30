import type { Finding } from '../rule.ts';

const SPACE_FIX_TITLES = {
  '': 'Remove the space',
  ' ': 'Use one plain space',
  ' / ': 'Write the separator as " / "',
} as const;

/** A finding about a space, or the lack of one, that becomes another text. */
export function replaceSpace(from: number, to: number, message: string, text: keyof typeof SPACE_FIX_TITLES): Finding {
  return {
    from,
    to,
    message,
    fix: { title: SPACE_FIX_TITLES[text], edits: [{ from, to, text }] },
  };
}

/** A missing space at the offset. Unless it is certainly missing, it is only offered: a link may be a part of a word. */
export function missingSpace(at: number, message: string, isCertain: boolean): Finding {
  const fix = { title: 'Insert a space', edits: [{ from: at, to: at, text: ' ' }] };
  return { from: at - 1, to: at + 1, message, ...(isCertain ? { fix } : { suggestions: [fix] }) };
}
