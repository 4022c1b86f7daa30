/** The attributes of an element, in the order in which they are written. */
export type Attributes = Map<string, string>;

/** What `{: .class #id key="value" name}` says. */
export interface AttributeList {
  readonly attributes: Attributes;
  /** The names of definitions, such as `name` above, and of things to insert, such as `toc`. */
  readonly references: string[];
}

/** The attribute lists that `{:name: …}` defines, by their names. */
type AttributeListDefinitions = ReadonlyMap<string, AttributeList>;

export function emptyAttributeList(): AttributeList {
  return { attributes: new Map(), references: [] };
}

/** Reads the content of an attribute list and adds it to another one. */
export function readAttributeList(content: string, { attributes, references }: AttributeList): void {
  for (const match of content.slice(0, MAX_ATTRIBUTE_LIST_CHARS).matchAll(ITEM)) {
    const [, key, quote, value = '', reference, idsAndClasses = ''] = match;
    if (key !== undefined) {
      attributes.set(
        key,
        value.replace(/\\([}"'])/g, (escaped, character) =>
          character === '}' || character === quote ? character : escaped,
        ),
      );
    } else if (reference !== undefined) {
      references.push(reference);
    } else {
      for (const [, id, name = ''] of idsAndClasses.matchAll(ID_OR_CLASS)) {
        if (id !== undefined) attributes.set('id', id);
        else addClass(attributes, name);
      }
    }
  }
}

/** Adds an attribute list to another one. */
export function mergeAttributeList(list: AttributeList, added: AttributeList): void {
  list.references.push(...added.references);
  mergeAttributes(list.attributes, added.attributes);
}

/** Adds what an attribute list says, and what the definitions say that it names. */
export function applyAttributeList(
  attributes: Attributes,
  list: AttributeList,
  definitions: AttributeListDefinitions,
): void {
  let remaining = MAX_DEFINITIONS;
  // Definitions can name others, and each other.
  const apply = ({ references, attributes: added }: AttributeList, around: readonly AttributeList[]): void => {
    for (const name of references) {
      const definition = definitions.get(name);
      if (definition !== undefined && !around.includes(definition) && remaining-- > 0) {
        apply(definition, [...around, definition]);
      }
    }
    mergeAttributes(attributes, added);
  };
  apply(list, []);
}

function mergeAttributes(attributes: Attributes, added: Attributes): void {
  for (const [key, value] of added) {
    if (key === 'class') addClass(attributes, value);
    else attributes.set(key, value);
  }
}

function addClass(attributes: Attributes, name: string): void {
  const names = attributes.get('class');
  attributes.set('class', names ? `${names} ${name}` : name);
}

/** Longer lists are not read to their ends; this keeps hostile ones linear. */
const MAX_ATTRIBUTE_LIST_CHARS = 2000;

/** More of them are hostile. */
const MAX_DEFINITIONS = 100;

const ITEM =
  /(?:^|[ \t-\r])(?:(\w[\w-]*)=(["'])((?:\\\}|\\["']|[^}])*?)\2|(\w[\w-]*)|((?:#[A-Za-z][\w:-]*|\.[^ \t-\r.#]+)+))(?=[ \t-\r]|$)/g;
const ID_OR_CLASS = /#([A-Za-z][\w:-]*)|\.([^ \t-\r.#]+)/g;
