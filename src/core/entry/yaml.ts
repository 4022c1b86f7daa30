import matter from 'gray-matter';
import yaml from 'js-yaml';
import type { Entry } from './entry.ts';

/** The values of front matter, or the reason why there are none. `offset` is in the entry's text, `message` part of a sentence. */
export type FrontMatterValues =
  | { readonly ok: true; readonly data: Readonly<Record<string, unknown>> }
  | {
      readonly ok: false;
      readonly reason: 'language' | 'yaml' | 'no-mapping';
      readonly message: string;
      readonly offset: number;
    };

/** Whether the front matter is in TOML, which Daybook does not read. */
export function isToml({ text, frontMatter }: Pick<Entry, 'text' | 'frontMatter'>): boolean {
  const { language } = frontMatter ?? {};
  return language !== undefined && text.startsWith('+++', language.from);
}

/** Why no values can be set in the front matter; undefined if they can. One sentence. */
export function frontMatterRefusal(entry: Pick<Entry, 'text' | 'frontMatter'>): string | undefined {
  const { language } = entry.frontMatter ?? {};
  if (!language) return undefined;
  const name = isToml(entry) ? 'TOML' : `"${entry.text.slice(language.from, language.to)}"`;
  return `The front matter is in ${name}, in which Daybook changes nothing. Write it as YAML between two lines of "---".`;
}

/**
 * Reads the values of an entry's front matter. The only place where gray-matter runs, and only on plain YAML: a language after the
 * opening fence is rejected before, and every engine except YAML's throws. Options are always passed, because without them gray-matter
 * caches its results, including errors. Dates stay text (YAML's core schema) to keep their UTC offsets.
 */
export function readFrontMatterValues({ text, frontMatter }: Pick<Entry, 'text' | 'frontMatter'>): FrontMatterValues {
  if (!frontMatter) return { ok: true, data: {} };
  const { language, content } = frontMatter;
  if (language) {
    const name = text.slice(language.from, language.to);
    return { ok: false, reason: 'language', message: `"${name}" is not YAML`, offset: language.from };
  }
  const source = text.slice(content.from, content.to);
  if (/^---/m.test(source)) {
    return { ok: false, reason: 'yaml', message: 'unexpected "---"', offset: content.from + source.search(/^---/m) };
  }
  const gap = LONG_GAP.exec(source);
  if (gap) return { ok: false, reason: 'yaml', message: 'too much whitespace', offset: content.from + gap.index };
  try {
    const { data } = matter(`---\n${source}\n---\n`, { language: 'yaml', engines: ENGINES });
    if (isMapping(data)) return { ok: true, data };
    return { ok: false, reason: 'no-mapping', message: 'expected keys and values', offset: content.from };
  } catch (error) {
    return { ok: false, reason: 'yaml', message: reasonOf(error), offset: content.from + offsetOf(error, source) };
  }
}

/** gray-matter's search for comments takes quadratic time in the length of such a gap. */
const LONG_GAP = /\s{500}/;

const reject = (): never => {
  throw new Error('front matter is YAML and is never executed');
};

const ENGINES = Object.assign(Object.create(null) as Record<string, never>, {
  yaml: { parse: parseYaml, stringify: reject },
  json: { parse: reject, stringify: reject },
  javascript: { parse: reject, stringify: reject },
  js: { parse: reject, stringify: reject },
  coffee: { parse: reject, stringify: reject },
  coffeescript: { parse: reject, stringify: reject },
  toml: { parse: reject, stringify: reject },
});

function parseYaml(source: string): object {
  // Whatever the YAML contains; gray-matter's type requires an object, and the caller checks that it is one.
  return (yaml.load(source, { schema: yaml.CORE_SCHEMA }) ?? {}) as object;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function reasonOf(error: unknown): string {
  if (error instanceof yaml.YAMLException) return error.reason;
  return error instanceof Error ? error.message : String(error);
}

/** The exception's position counts from the line break that gray-matter passes on before the content. */
function offsetOf(error: unknown, source: string): number {
  const position = error instanceof yaml.YAMLException ? (error.mark?.position ?? 0) : 0;
  return Math.max(0, Math.min(position - 1, source.length));
}

/** Whether the source, such as a key and its value, is valid YAML. */
export function isValidYaml(source: string): boolean {
  return yamlFaultIn(source) === undefined;
}

/** What is wrong with a source, such as a key and its value. `offset` counts from its start, `message` is part of a sentence. */
export interface YamlFault {
  readonly message: string;
  readonly offset: number;
}

/** The first fault in the YAML; undefined if it is valid. */
export function yamlFaultIn(source: string): YamlFault | undefined {
  try {
    yaml.load(source, { schema: yaml.CORE_SCHEMA });
    return undefined;
  } catch (error) {
    const position = error instanceof yaml.YAMLException ? (error.mark?.position ?? 0) : 0;
    return { message: reasonOf(error), offset: Math.max(0, Math.min(position, source.length)) };
  }
}

/**
 * The keys and values that a site reads from YAML; undefined if it is not a valid mapping. Of duplicate keys the last counts, which most
 * readers accept.
 */
export function yamlMappingOf(source: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const mapping: unknown = yaml.load(source, { schema: yaml.CORE_SCHEMA, json: true });
    return isMapping(mapping) ? mapping : undefined;
  } catch {
    return undefined;
  }
}
