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

/** Enough to read a number plate on, and no more than a phone can hold. */
const longestSide = 2048;

/** Draws a whole picture: the canvas takes its shape. */
export async function drawWhole(canvas: HTMLCanvasElement, photo: Photo): Promise<void> {
  const picture = await createImageBitmap(blobOf(photo));
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
}
