import { fileId } from '@keting/domain';
import type { Files } from '../ports.ts';
import type { TestKit } from './kit.ts';

/** Opens a place for files that is empty. */
export type OpenFiles = () => Promise<Files>;

const photo = fileId.parse('0192c7a0-photo.1');
const other = fileId.parse('0192c7a0-photo.2');
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0x00, 0x0a, 0x80]);
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Texts that are no id: what is asked for by them is not there, wherever on a disk or a bucket they would lead. */
const noIds = ['', '.', '..', '../photo', 'a/b', '/etc/passwd', '%2e%2e', 'a\\b', 'a\u0000', 'x'.repeat(81), '会'];

/** What every keeper of files promises, as tests: one suite for memory, a disk and an object store. */
export function filesContract(name: string, open: OpenFiles, kit: Pick<TestKit, 'describe' | 'it' | 'assert'>): void {
  const { describe, it, assert } = kit;
  const kept = async (files: Files, id: string) => {
    const file = await files.get(id);
    return file && { bytes: [...file.bytes], type: file.type };
  };

  describe(`${name} keeps the contract of files`, () => {
    it('a file is found again with its bytes and type', async () => {
      const files = await open();
      assert.deepEqual(await files.put(photo, jpeg, 'image/jpeg'), 'kept');
      assert.deepEqual(await kept(files, photo), { bytes: [...jpeg], type: 'image/jpeg' });
      assert.ok(await files.has(photo));
    });

    it('a file that was never put is not there', async () => {
      const files = await open();
      await files.put(photo, jpeg, 'image/jpeg');
      assert.deepEqual(await files.get(other), undefined);
      assert.deepEqual(await files.has(other), false);
    });

    it('what is no id is not there, and is no error', async () => {
      const files = await open();
      for (const id of noIds) {
        assert.deepEqual(await files.get(id), undefined, id);
        assert.deepEqual(await files.has(id), false, id);
      }
    });

    it('the same bytes again are kept once, under the type that they had first', async () => {
      const files = await open();
      await files.put(photo, jpeg, 'image/jpeg');
      assert.deepEqual(await files.put(photo, jpeg, 'image/png'), 'kept');
      assert.deepEqual(await kept(files, photo), { bytes: [...jpeg], type: 'image/jpeg' });
    });

    it('other bytes under an id that is taken leave what is kept alone', async () => {
      const files = await open();
      await files.put(photo, jpeg, 'image/jpeg');
      assert.deepEqual(await files.put(photo, png, 'image/png'), 'taken');
      assert.deepEqual(await files.put(photo, jpeg.slice(0, 3), 'image/jpeg'), 'taken');
      assert.deepEqual(await kept(files, photo), { bytes: [...jpeg], type: 'image/jpeg' });
    });

    it('files of different ids do not touch one another', async () => {
      const files = await open();
      await files.put(photo, jpeg, 'image/jpeg');
      await files.put(other, png, 'image/png');
      assert.deepEqual(await kept(files, photo), { bytes: [...jpeg], type: 'image/jpeg' });
      assert.deepEqual(await kept(files, other), { bytes: [...png], type: 'image/png' });
    });

    it('ids that differ in the case of a letter, or by an ending, are different ids', async () => {
      const files = await open();
      for (const id of ['Photo', 'photo', 'photo.json', 'photo.type'])
        assert.deepEqual(await files.put(fileId.parse(id), ascii(id), 'image/png'), 'kept', id);
      assert.deepEqual((await kept(files, 'photo'))?.bytes, [...ascii('photo')]);
    });

    it('an empty file is a file', async () => {
      const files = await open();
      await files.put(photo, new Uint8Array(), 'image/png');
      assert.deepEqual(await kept(files, photo), { bytes: [], type: 'image/png' });
    });

    it('what was put in and what is handed out are copies', async () => {
      const files = await open();
      const bytes = jpeg.slice();
      await files.put(photo, bytes, 'image/jpeg');
      bytes.fill(1);
      (await files.get(photo))?.bytes.fill(2);
      assert.deepEqual((await kept(files, photo))?.bytes, [...jpeg]);
    });

    it('of many that put different bytes under one id at once, one is kept whole with its type', async () => {
      const files = await open();
      const rivals = Array.from({ length: 8 }, (_, i) => new Uint8Array(4096).fill(i + 1));
      const ends = await Promise.all(rivals.map((bytes, i) => files.put(photo, bytes, `image/${i + 1}`)));
      assert.deepEqual(ends.filter((end) => end === 'kept').length, 1, ends.join());
      const winner = ends.indexOf('kept');
      assert.deepEqual(await kept(files, photo), {
        bytes: Array.from({ length: 4096 }, () => winner + 1),
        type: `image/${winner + 1}`,
      });
    });

    it('of many that put the same bytes under one id at once, all hear that they are kept', async () => {
      const files = await open();
      const ends = await Promise.all(Array.from({ length: 8 }, () => files.put(photo, jpeg, 'image/jpeg')));
      assert.deepEqual([...new Set(ends)], ['kept']);
    });
  });
}
