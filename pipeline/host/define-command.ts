import type { CommandContext } from './command-context.ts';
import type { Parameter } from './parameters.ts';

type ParametersOf<T> = { readonly [Name in keyof T]: Parameter<T[Name]> };

/** A command as its file declares it; what its action gets follows from what it takes. */
export interface Declaration<Arguments, Options> {
  /** By name, in the order of the command's line in commands.ts. */
  arguments: ParametersOf<Arguments>;
  /** By name: `dryRun` is written `--dry-run`. */
  options: ParametersOf<Options>;
  /** Does what the command is for and returns the exit code. */
  action: (given: Arguments & Options, context: CommandContext) => Promise<number> | number;
}

/** What the parser found on a command line. */
export interface ParsedCommandLine {
  /** In their order, undefined where an argument is missing. */
  arguments: readonly unknown[];
  /** By name. */
  options: Readonly<Record<string, unknown>>;
}

/** A command as the parser of the command line needs it. */
export interface Command {
  arguments: readonly { name: string; parameter: Parameter<unknown> }[];
  /** `flag`: as the reader writes it. */
  options: readonly { name: string; flag: string; parameter: Parameter<unknown> }[];
  /** @throws UsageError where something found is not what the command takes */
  run: (found: ParsedCommandLine, context: CommandContext) => Promise<number>;
}

/**
 * Makes a command out of its declaration. The file of a command holds all of it: what it takes, the keys of its words,
 * and what it does.
 */
export function defineCommand<Arguments extends object, Options extends object>(
  declaration: Declaration<Arguments, Options>,
): Command {
  const names = Object.keys(declaration.arguments);
  return {
    arguments: listParameters(declaration.arguments),
    options: listParameters(declaration.options).map((option) => ({
      ...option,
      flag: flagOf(option.name, option.parameter.isNegated),
    })),
    run: async (found, context) => {
      const given = {
        ...readAll(
          declaration.arguments,
          (name) => found.arguments[names.indexOf(name)],
          (name) => `<${name}>`,
        ),
        ...readAll(
          declaration.options,
          (name) => found.options[name],
          (name) => flagOf(name),
        ),
      };
      return declaration.action(given, context);
    },
  };
}

function listParameters<T>(parameters: ParametersOf<T>): { name: string; parameter: Parameter<unknown> }[] {
  return Object.entries<Parameter<unknown>>(parameters).map(([name, parameter]) => ({ name, parameter }));
}

function flagOf(name: string, isNegated = false): string {
  return `--${isNegated ? 'no-' : ''}${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function readAll<T extends object>(
  parameters: ParametersOf<T>,
  find: (name: string) => unknown,
  write: (name: string) => string,
): T {
  const values: Partial<T> = {};
  for (const name in parameters) values[name] = parameters[name].read(find(name), write(name));
  if (!isWhole(values, parameters)) throw new Error('A parameter was not read');
  return values;
}

function isWhole<T extends object>(values: Partial<T>, parameters: ParametersOf<T>): values is T {
  return Object.keys(parameters).every((name) => name in values);
}
