// markdownlint with its default rules over the entries of a folder; prints how much it finds.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lint } from 'markdownlint/sync';

const [folder = ''] = process.argv.slice(2);
const results = lint({ files: readdirSync(folder).map((name) => join(folder, name)) });
console.log(Object.values(results).flat().length);
