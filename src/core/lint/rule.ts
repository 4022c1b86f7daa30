import type { CitationLookup } from '../archive/archiveIndex.ts';
import type { Day } from '../entry/day.ts';
import type { Entry } from '../entry/entry.ts';
import type { Outlets } from '../outlets/outlets.ts';
import type { Edit, Span } from '../text/text.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** An entry is a draft until it lies among the posts. */
export type Stage = 'draft' | 'published';

/** Edits that take the fault away. Their spans do not overlap, and touch nothing outside the fault. */
export interface Fix {
  /** An imperative: `Close the citation group`. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Where the writer goes on, as an offset in the first edit's text: inside `[CNN](…)`, say. */
  readonly caret?: number;
}

/** Another place that a finding has to do with: where the address stands first, say. */
export interface Related extends Span {
  /** Below the newsroom's root, where it is another file than the entry's; the span is one of that file. */
  readonly path?: string;
  /** What stands there, in one sentence. */
  readonly message: string;
}

/** What a rule found in an entry. */
export interface Finding extends Span {
  /** What stands here, in one sentence. */
  readonly message: string;
  /** How loud this one is, where that is not the rule's own severity. */
  readonly severity?: Severity;
  /** Certainly what the writer wants: part of fix-all. */
  readonly fix?: Fix;
  /** For the writer to choose from; never applied on their own. */
  readonly suggestions?: readonly Fix[];
  readonly related?: readonly Related[];
}

/** Of one rule in one entry no more are shown: nobody reads more, and no entry that somebody wrote has so many. */
export const MOST_FINDINGS = 10_000;

/** Adds what is found, as long as somebody may read it. */
export function addAll(findings: Finding[], found: Iterable<Finding>): void {
  for (const finding of found) {
    if (findings.length >= MOST_FINDINGS) return;
    findings.push(finding);
  }
}

/** A finding with the rule that made it and how loud it is. */
export interface Problem extends Finding {
  readonly rule: string;
  readonly severity: Severity;
}

/** What a rule may know beyond the entry's own text. */
export interface RuleContext {
  readonly stage: Stage;
  /** The file's name without its folders: `2020-01-05-day-1081.markdown`. */
  readonly fileName: string;
  /** The number that belongs to a date (`YYYY-MM-DD`); undefined where no count is known. */
  readonly dayNumber: (date: string) => number | undefined;
  /** Offsets (`-08:00`) that a local date and time have in the newsroom's zone; undefined where no zone is known for sure. */
  readonly offsets: (date: string, time: string) => readonly string[] | undefined;
  /** Which outlet is at which host. */
  readonly outlets: Outlets;
  /** Where the entry lies below the newsroom's root, with `/`: `_posts/2020-01-05-day-1081.markdown`. */
  readonly path: string;
  /** The days of the archive; empty where none is known. */
  readonly days: readonly Day[];
  /** The keys, beside title and date, that an entry of that date has when it is published. */
  readonly requiredKeys: (date: string | undefined) => readonly string[];
  /** What the newsroom counts down to. */
  readonly countdowns: readonly Countdown[];
  /** Whether the entry at that path has the anchor beyond doubt; a quicker answer than all its anchors. */
  readonly leadsTo: (path: string, anchor: string) => boolean;
  /** The anchors of the archive's entry at that path (a day's); undefined where they are not known. */
  readonly anchors: (path: string) => readonly string[] | undefined;
  /** Where an address was cited. */
  readonly citing: CitationLookup;
  /** The newsroom's own parameters of addresses that are tracking, or with `!` are not. */
  readonly tracking: readonly string[];
}

/** An event that entries count down to: `The {phrase} is in 304 days.` */
export interface Countdown {
  readonly phrase: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

export interface Rule {
  readonly id: string;
  /** What is required, in the present tense. */
  readonly summary: string;
  /** Why, for the rule's page: a few sentences. */
  readonly why: string;
  /** How loud it is in a draft and in a published entry, where no setting says otherwise. */
  readonly severity: Readonly<Record<Stage, Severity | 'off'>>;
  /**
   * Entries that show it: `bad` has the fault, its place marked `⟦…⟧`, and nothing else wrong; `good` is what it should be, and
   * where the rule fixes, what the fix makes of `bad`.
   */
  readonly bad: string;
  readonly good: string;
  /** Set where `bad` and `good` show the fault at one stage only; else they are taken as published. */
  readonly exampleStage?: Stage;
  check(entry: Entry, surroundings: RuleContext): readonly Finding[];
}
