// Runs markdownlint with its default rules on the entries of a folder. Prints the number of findings.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lint } from 'markdownlint/sync';

const [folder = ''] = process.argv.slice(2);
const results = lint({ files: readdirSync(folder).map((name) => join(folder, name)) });
console.log(Object.values(results).flat().length);
