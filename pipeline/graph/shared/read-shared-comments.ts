import type { SourceFile } from '../../model.ts';
import { type RecordComment, readRecordComments } from '../read-record-comments.ts';
import { movePlace } from './move-place.ts';
import { sliceRecords } from './slice-records.ts';

/** As `readRecordComments`; of a file that can be cut only the parts are read that have such a comment. */
export function readSharedComments(files: readonly SourceFile[]): RecordComment[] {
  return files.flatMap((file) => {
    const slices = file.text.includes('#') ? sliceRecords(file) : [];
    if (!slices) return readRecordComments([file]);
    const head = { start: 0, end: slices[0]?.start ?? file.text.length, lines: 0 };
    return [head, ...slices].flatMap((part) => {
      const within = { path: file.path, text: file.text.slice(part.start, part.end) };
      return readRecordComments([within]).map(({ remark, isBeside }): RecordComment => {
        const location = movePlace(remark.location, part);
        const back = { start: -part.start, lines: -part.lines };
        return { remark: { ...remark, location }, isBeside: (place) => isBeside(movePlace(place, back)) };
      });
    });
  });
}
