/** The parts of a file name, `2031-01-31-day-12.markdown`. */
export interface FileNameParts {
  /** `2031-01-31`, without the sign after it; undefined if the name does not begin with a date. The name may lack the zeros. */
  readonly date: string | undefined;
  /** The year of a name that begins with no more than that: `2031-issue-12.md`. */
  readonly year: string | undefined;
  /** The sign after the date or year: `-`. */
  readonly joint: string;
  /** `day-12` */
  readonly slug: string;
  /** `markdown` */
  readonly extension: string;
}

export function fileNamePartsOf(fileName: string): FileNameParts {
  const [, stem = fileName, extension = ''] = /^(.*)\.([^.]+)$/s.exec(fileName) ?? [];
  const [start = '', writtenDate, year, joint = ''] =
    /^(?:(\d{4}-\d\d?-\d\d?)(?!\d)|((?:19|20)\d\d)(?=[-_. ]\D))([-_. ]?)/.exec(stem) ?? [];
  const date = writtenDate?.replace(/-(?=\d(?!\d))/g, '-0');
  return { date, year, joint, slug: stem.slice(start.length), extension };
}

/** The words of a title as they stand in file names: `The flood!` as `the-flood`. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\d]+/gu, '-')
    .replace(/^-|-$/g, '');
}
