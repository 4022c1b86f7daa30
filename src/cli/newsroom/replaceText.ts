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
import type { SourceFile } from './files.ts';

/**
 * Gives a file another text, whole or not at all: it is written beside it and put in its place. Says why that could not be;
 * undefined where it was. Never over bytes that are not what was read: a file in another encoding would lose its characters.
 */
export function replaceText({ absolute, path, bytes }: SourceFile, before: string, after: string): string | undefined {
  if (!Buffer.from(before, 'utf8').equals(bytes)) return `${path} is not UTF-8; it was left as it is`;
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
