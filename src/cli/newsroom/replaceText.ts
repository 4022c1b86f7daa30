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
import type { SourceFile } from './sourceFile.ts';

/**
 * Replaces the text of a file atomically: writes a new file next to it and renames that. Returns the reason if it fails,
 * else undefined. Refuses a file whose bytes are not the UTF-8 of `before`: in another encoding it would lose characters.
 */
export function replaceText({ absolute, path, bytes }: SourceFile, before: string, after: string): string | undefined {
  if (!Buffer.from(before, 'utf8').equals(bytes)) return `${path} is not UTF-8; it was left unchanged`;
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
