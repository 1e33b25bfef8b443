#!/usr/bin/env node
/** The command `tinkuy`. What each command needs is loaded when it runs. */
import './host/tune-engine.ts';
import { run } from './host/run.ts';
import { createTerminal } from './host/terminal.ts';

process.exitCode = await run(process.argv.slice(2), createTerminal());
