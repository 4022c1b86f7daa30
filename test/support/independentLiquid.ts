/** From the first character of a Liquid construct to after its last. */
interface LiquidSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * The Liquid of a text as Liquid itself splits it: tags and expressions, over any number of lines; `raw`, `comment` and `highlight`
 * extend to their ends. Nothing here knows the parser of entries.
 */
function liquidSpans(text: string): readonly LiquidSpan[] {
  const spans: LiquidSpan[] = [];
  LIQUID.lastIndex = 0;
  for (let match = LIQUID.exec(text); match; match = LIQUID.exec(text)) {
    const name = /^\{%-?\s*(raw|comment|highlight)\b/.exec(match[0])?.[1];
    if (name !== undefined) {
      const end = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g');
      end.lastIndex = LIQUID.lastIndex;
      if (end.test(text)) LIQUID.lastIndex = end.lastIndex;
    }
    spans.push({ from: match.index, to: LIQUID.lastIndex });
  }
  return spans;
}

const LIQUID = /\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g;

/** The text with its Liquid replaced by characters that mean nothing to Markdown, of the same length. */
export function withoutLiquid(text: string): string {
  let masked = '';
  let at = 0;
  for (const { from, to } of liquidSpans(text)) {
    masked += text.slice(at, from) + '\ufffc'.repeat(to - from);
    at = to;
  }
  return masked + text.slice(at);
}

/** The Liquid constructs of a text, without those that hold the start of another one. */
export function liquidIn(text: string): readonly string[] {
  return liquidSpans(text)
    .map(({ from, to }) => text.slice(from, to))
    .filter((construct) => !NESTED_LIQUID.test(construct));
}

/** Whether some Liquid does not end, or not before another starts: no site can be made of such a text. */
export function hasBrokenLiquid(text: string): boolean {
  const isNested = liquidSpans(text).some(({ from, to }) => NESTED_LIQUID.test(text.slice(from, to)));
  return isNested || /\{[{%]/.test(withoutLiquid(text));
}

const NESTED_LIQUID = /^\{[{%](?!-?\s*(raw|comment|highlight)\b[\s\S]*\{%-?\s*end\1\b)[\s\S]*\{[{%]/;
