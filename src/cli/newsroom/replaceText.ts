import {
  accessSync,
  chmodSync,
  constants,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { reasonOf } from '../command.ts';
import { isBelow, isPathIn } from './fileSystem.ts';
import type { SourceFile } from './sourceFile.ts';

/**
 * Replaces the text of a file atomically: writes a new file next to it and renames that. Returns the reason if it fails,
 * else undefined. Refuses a file whose bytes are not the UTF-8 of `before`: in another encoding it would lose characters. Refuses one that is
 * not really in the first of the `places` (folders or files) that its path is in, because a link leads out of it.
 */
export function replaceText(
  source: SourceFile,
  before: string,
  after: string,
  places: readonly string[],
): string | undefined {
  const { absolute, path } = source;
  const place = places.find((candidate) => isPathIn(candidate, absolute));
  if (place !== undefined && !isBelow(place, absolute))
    return `${path} is a link that leads out of ${place}; it was left unchanged. Give the path of the file itself to change it`;
  if (!isUtf8(source, before)) return `${path} is not UTF-8; it was left unchanged`;
  let beside: string | undefined;
  try {
    const file = realpathSync(absolute);
    accessSync(file, constants.W_OK);
    beside = mkdtempSync(join(dirname(file), '.daybook-'));
    const whole = join(beside, basename(file));
    writeFileSync(whole, after);
    chmodSync(whole, statSync(file).mode);
    renameSync(whole, file);
    return undefined;
  } catch (error) {
    return `cannot write ${path}: ${reasonOf(error)}`;
  } finally {
    if (beside !== undefined) rmSync(beside, { recursive: true, force: true });
  }
}

/** Whether the bytes of a file are the UTF-8 of its text. */
export function isUtf8({ bytes }: SourceFile, text: string): boolean {
  return Buffer.from(text, 'utf8').equals(bytes);
}
