import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';
import type { Changes, Heard } from './changes.ts';
import type { Survey } from './survey-project.ts';

interface Listener {
  identity: string;
  watcher: FSWatcher;
}

/**
 * Listens by what the system tells of folders (inotify, FSEvents, ReadDirectoryChangesW), each by itself: a watch of a whole
 * tree loses a folder that is put in the place of another, as a checkout does.
 */
export function listenToFolders(): Changes {
  const listeners = new Map<string, Listener>();
  let [isHeard, isOver] = [false, false];
  let wake = () => {};
  const hear = () => {
    isHeard = true;
    wake();
  };
  const stop = (at: string) => {
    listeners.get(at)?.watcher.close();
    listeners.delete(at);
  };
  const start = (at: string, identity: string, isWanted: (name: string) => boolean) => {
    const watcher = watch(at, (_event, name) => {
      if (name === null || isWanted(name)) hear();
    });
    // The folder is gone, or on a disk that is: the next survey tells.
    watcher.on('error', () => {
      stop(at);
      hear();
    });
    listeners.set(at, { identity, watcher });
  };
  return {
    listen: ({ folders, tops }: Survey) => {
      for (const [at, { identity }] of listeners) if (folders.get(at) !== identity) stop(at);
      let failure: string | undefined;
      const [root] = folders.keys();
      for (const [at, identity] of isOver ? [] : folders) {
        if (listeners.has(at)) continue;
        try {
          // In the project's folder lies what is no concern of a build, dist/ for one; what begins with a dot is none anywhere. A
          // folder that goes tells its own name.
          const isWanted = (name: string) => at !== root || tops.has(name) || name === path.basename(root);
          start(at, identity, (name) => isWanted(name) && !name.startsWith('.'));
        } catch (error) {
          const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
          if (code !== 'ENOENT') failure ??= code;
        }
      }
      return failure;
    },
    wait: (milliseconds) =>
      new Promise<Heard>((resolve) => {
        const tell = () => {
          clearTimeout(timer);
          wake = () => {};
          resolve(isOver ? 'end' : isHeard ? 'change' : 'nothing');
          isHeard = false;
        };
        const timer = setTimeout(tell, milliseconds);
        wake = tell;
        if (isOver || isHeard) tell();
      }),
    end: () => {
      isOver = true;
      for (const at of [...listeners.keys()]) stop(at);
      wake();
    },
  };
}
