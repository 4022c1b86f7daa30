import matter from 'gray-matter';
import yaml from 'js-yaml';
import type { Entry } from './entry.ts';

/** What front matter holds: a mapping, or why it holds none. `at` is an offset in the entry's text. */
export type Values =
  | { readonly ok: true; readonly data: Readonly<Record<string, unknown>> }
  | {
      readonly ok: false;
      readonly reason: 'language' | 'yaml' | 'no-mapping';
      readonly message: string;
      readonly at: number;
    };

/**
 * The values of an entry's front matter. This is the one place where gray-matter runs, and it is given nothing but
 * plain YAML: a language behind the opening fence is refused before it is asked, every engine but YAML's throws, and
 * options are always passed because without them it caches, errors included. Dates stay text (YAML's core schema), so
 * that no offset is lost.
 */
export function readValues(entry: Entry): Values {
  const { text, frontMatter } = entry;
  if (!frontMatter) return { ok: true, data: {} };
  const { language, content } = frontMatter;
  if (language) {
    const name = text.slice(language.from, language.to);
    return { ok: false, reason: 'language', message: `"${name}" is not YAML`, at: language.from };
  }
  const source = text.slice(content.from, content.to);
  if (/^---/m.test(source)) {
    return { ok: false, reason: 'yaml', message: 'a second "---" is in it', at: content.from + source.search(/^---/m) };
  }
  const gap = LONG_GAP.exec(source);
  if (gap) return { ok: false, reason: 'yaml', message: 'a long gap is in it', at: content.from + gap.index };
  try {
    const { data } = matter(`---\n${source}\n---\n`, { language: 'yaml', engines: ENGINES });
    if (isMapping(data)) return { ok: true, data };
    return { ok: false, reason: 'no-mapping', message: 'it holds no keys', at: content.from };
  } catch (error) {
    return { ok: false, reason: 'yaml', message: reasonOf(error), at: content.from + offsetOf(error, source) };
  }
}

/** gray-matter looks for comments by an expression that takes the square of a gap's length. */
const LONG_GAP = /\s{500}/;

const refuse = (): never => {
  throw new Error('front matter is YAML and is never run');
};

const ENGINES = Object.assign(Object.create(null) as Record<string, never>, {
  yaml: { parse: parseYaml, stringify: refuse },
  json: { parse: refuse, stringify: refuse },
  javascript: { parse: refuse, stringify: refuse },
  js: { parse: refuse, stringify: refuse },
  coffee: { parse: refuse, stringify: refuse },
  coffeescript: { parse: refuse, stringify: refuse },
  toml: { parse: refuse, stringify: refuse },
});

function parseYaml(source: string): object {
  // The type says object; what comes is whatever the YAML holds, and the caller looks.
  return (yaml.load(source, { schema: yaml.CORE_SCHEMA }) ?? {}) as object;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function reasonOf(error: unknown): string {
  if (error instanceof yaml.YAMLException) return error.reason;
  return error instanceof Error ? error.message : String(error);
}

/** The exception counts from the start of what it was given: a line break and the content. */
function offsetOf(error: unknown, source: string): number {
  const position = error instanceof yaml.YAMLException ? (error.mark?.position ?? 0) : 0;
  return Math.max(0, Math.min(position - 1, source.length));
}

/** Whether a piece of YAML (one key and its value) parses. */
export function isYaml(source: string): boolean {
  try {
    yaml.load(source, { schema: yaml.CORE_SCHEMA });
    return true;
  } catch {
    return false;
  }
}
