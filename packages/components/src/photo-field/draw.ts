import type { Photo } from './photo.ts';

const blobOf = ({ bytes, type }: Photo): Blob => new Blob([Uint8Array.from(bytes)], { type });

export const isFilm = ({ type }: Pick<Photo, 'type'>): boolean => type.startsWith('video/');

/** Whether the browser can draw it. Films are not looked into. */
export async function canDraw(photo: Photo): Promise<boolean> {
  if (isFilm(photo)) return true;
  try {
    (await createImageBitmap(blobOf(photo))).close();
    return true;
  } catch {
    return false;
  }
}

/** Draws a picture onto a canvas so that it fills it, what is too wide or too high left out. No address of any kind is made. */
export async function drawPhoto(canvas: HTMLCanvasElement, photo: Photo): Promise<void> {
  const picture = await createImageBitmap(blobOf(photo));
  const scale = Math.max(canvas.width / picture.width, canvas.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  const context = canvas.getContext('2d');
  if (context) {
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
  }
  picture.close();
}
