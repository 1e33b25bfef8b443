import ts from 'typescript';

/** Files of pipeline/ by their path in it ("text/extract.ts"), with their text. */
export type Sources = ReadonlyMap<string, string>;

/** A type or an exported function, and the file that declares it. */
interface DeclaredName {
  name: string;
  path: string;
}

/** The file of the nouns that rooms share. */
export const modelPath = 'model.ts';

/** Names that stand for two things: types, and exported functions, that more than one file declares, with the files. */
export function findDoubledNames(sources: Sources): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const { name, path } of [...sources].flatMap(([path, text]) => listNames(path, text))) {
    paths.set(name, [...(paths.get(name) ?? []), path]);
  }
  return new Map([...paths].filter(([, declaring]) => declaring.length > 1));
}

function listNames(path: string, text: string): DeclaredName[] {
  return parse(path, text).statements.flatMap((statement): DeclaredName[] => {
    if (isType(statement)) return [{ name: statement.name.text, path }];
    const isDoor = ts.isFunctionDeclaration(statement) && isExported(statement);
    return isDoor && statement.name ? [{ name: statement.name.text, path }] : [];
  });
}

/**
 * Types of model.ts that are one room's own: no second room names them, and no type that stands there rightly is made of
 * them. A file in the root of pipeline/ counts as a room.
 */
export function findOneRoomTypes(sources: Sources): string[] {
  const parts = readParts(sources.get(modelPath) ?? '');
  const rooms = new Map<string, Set<string>>();
  for (const [path, text] of sources) {
    for (const name of namesFromModel(path, text)) {
      rooms.set(name, (rooms.get(name) ?? new Set()).add(path.split('/')[0] ?? path));
    }
  }
  const shared = new Set<string>();
  const share = (name: string): void => {
    if (shared.has(name)) return;
    shared.add(name);
    for (const part of parts.get(name) ?? []) share(part);
  };
  for (const [name, naming] of rooms) if (naming.size > 1) share(name);
  return [...parts.keys()].filter((name) => !shared.has(name));
}

/** The types of model.ts, each with those that it is made of. */
function readParts(model: string): Map<string, Set<string>> {
  const types = parse(modelPath, model).statements.filter(isType);
  const names = new Set(types.map(({ name }) => name.text));
  return new Map(
    types.map((type) => {
      const parts = new Set<string>();
      const visit = (node: ts.Node): void => {
        if (ts.isIdentifier(node) && node !== type.name && names.has(node.text)) parts.add(node.text);
        ts.forEachChild(node, visit);
      };
      visit(type);
      return [type.name.text, parts];
    }),
  );
}

/** What a file imports from model.ts. */
function namesFromModel(path: string, text: string): string[] {
  const toModel = `${'../'.repeat(path.split('/').length - 1) || './'}${modelPath}`;
  return parse(path, text).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const bindings = statement.importClause?.namedBindings;
    if (statement.moduleSpecifier.text !== toModel || !bindings || !ts.isNamedImports(bindings)) return [];
    return bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
  });
}

function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
}

function isType(statement: ts.Statement): statement is ts.InterfaceDeclaration | ts.TypeAliasDeclaration {
  return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
}

function isExported(statement: ts.FunctionDeclaration): boolean {
  return statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}
