import type {} from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';

/** Names of the containers of the dialect (`:::box` … `:::`); any other name is ordinary text. */
export const containerNames = ['box', 'table', 'figure', 'quote', 'definition'] as const;

type ContainerName = (typeof containerNames)[number];

/** What micromark calls an Extension. */
export type SyntaxExtension = ReturnType<typeof directive>;
type Construct = Extract<NonNullable<NonNullable<SyntaxExtension['flow']>[number]>, { tokenize: unknown }>;
type Tokenize = Construct['tokenize'];
/** A state of its tokenizer: reads one character and gives the next state. */
type TokenizerState = Parameters<Tokenize>[1];

const colon = 58;
/** Longest name and one character more: what the look-ahead has to see. */
const lookMax = Math.max(...containerNames.map((name) => name.length)) + 1;

/**
 * Syntax extension of micromark for container directives with registered names only.
 * Text and leaf directives are off: they would take `10:30` or `urn:lex:pe` for syntax.
 */
export function containerSyntax(): SyntaxExtension {
  const constructs = directive().flow?.[colon];
  // The extension has no option for this: the container comes first, the leaf second
  // (https://github.com/micromark/micromark-extension-directive/blob/4.0.0/dev/lib/syntax.js).
  const container = Array.isArray(constructs) ? constructs[0] : constructs;
  if (!container) throw new Error('micromark-extension-directive has no container construct');
  const inner: Construct = container;
  return {
    flow: {
      [colon]: {
        ...inner,
        name: 'registeredContainer',
        tokenize(effects, ok, nok) {
          const start = inner.tokenize.call(this, effects, ok, nok);
          return effects.check({ tokenize: tokenizeRegisteredName, partial: true }, start, nok);
        },
      },
    },
  };
}

/**
 * Looks ahead whether the line goes on with a registered name.
 * > | :::box[Title]{#id}
 *     ^^^^^^^
 */
const tokenizeRegisteredName: Tokenize = (effects, ok, nok) => {
  let colons = 0;
  let name = '';
  const fence: TokenizerState = (code) => {
    if (code === colon) {
      effects.consume(code);
      colons++;
      return fence;
    }
    return colons < 3 ? nok(code) : letters(code);
  };
  const letters: TokenizerState = (code) => {
    if (
      code !== null &&
      code > 0 &&
      name.length < lookMax &&
      /[\p{L}\p{N}_-]/u.test(String.fromCodePoint(code))
    ) {
      name += String.fromCodePoint(code);
      effects.consume(code);
      return letters;
    }
    effects.exit('directiveContainerSequence');
    return isContainerName(name) ? ok(code) : nok(code);
  };
  return (code) => {
    effects.enter('directiveContainerSequence');
    return fence(code);
  };
};

export function isContainerName(name: string): name is ContainerName {
  return (containerNames as readonly string[]).includes(name);
}
