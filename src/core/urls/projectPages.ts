/** The project's page. Written by `npm run generate` from `repository` in package.json. */
export const PROJECT_URL = 'https://github.com/daybook-editor/daybook';

/** The address of a file of the project, as a page: `docs/rules/date.md`. */
export function projectPage(path: string): string {
  return `${PROJECT_URL}/blob/main/${path}`;
}

/** The identifier of a JSON schema of the project, which is also the address of its text: `daybook.schema.json`. */
export function schemaId(name: string): string {
  return `${PROJECT_URL}/raw/main/schemas/${name}`;
}
