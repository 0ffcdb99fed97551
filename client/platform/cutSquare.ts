/** Which square of a picture is kept: its middle. In the picture's own pixels. */
export function cutSquare(width: number, height: number): { readonly left: number; readonly top: number; readonly side: number } {
  const side = Math.min(width, height);
  return { left: (width - side) / 2, top: (height - side) / 2, side };
}
