import { type ChangeEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useSpeech } from '@/copy/useSpeech';
import { readPicture, watchCamera } from '@/platform/codeReader.h5';
import { useCell } from '@/platform/createCell';
import { scanRequest } from '@/platform/scan.h5';
import { IconButton } from './IconButton';
import { useModalFocus } from './useModalFocus';
import './ScanHost.scss';

/** The browser's scanner: on the screen while somebody waits for a code. */
export function ScanHost(): ReactNode {
  const answer = useCell(scanRequest);
  return answer === null ? null : <Scanner answer={answer} />;
}

/** Watches the camera in a video element; true once it is known that there is none. */
function useCamera(video: RefObject<HTMLVideoElement>, onText: (text: string) => void): boolean {
  const [blind, setBlind] = useState(false);
  useEffect(() => {
    let stop: (() => void) | null = null;
    let gone = false;
    if (video.current !== null) {
      watchCamera(video.current, onText).then(
        (stopWatching) => {
          if (gone) stopWatching();
          else stop = stopWatching;
        },
        () => setBlind(true),
      );
    }
    return () => {
      gone = true;
      stop?.();
    };
  }, [video, onText]);
  return blind;
}

function Scanner({ answer }: { readonly answer: (text: string | null) => void }): ReactNode {
  const { copy } = useSpeech();
  const words = copy.house.scanner;
  const video = useRef<HTMLVideoElement>(null);
  const blind = useCamera(video, answer);
  const [nothing, setNothing] = useState(false);
  useModalFocus('scanner', true, () => answer(null));
  const choose = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0];
    if (file === undefined) return;
    const text = await readPicture(file).catch(() => null);
    setNothing(text === null);
    if (text !== null) answer(text);
  };
  const hint = blind ? words.noCamera : words.hint;
  return (
    <div id="scanner" className="scanner" role="dialog" aria-modal="true" aria-label={words.title}>
      <video ref={video} className="scanner__video" muted playsInline aria-hidden="true" />
      <div className="scanner__head">
        <IconButton icon="close" label={words.close} onPress={() => answer(null)} />
      </div>
      <div className="scanner__frame" aria-hidden="true" />
      <div className="scanner__foot">
        <div role="status">{nothing ? words.nothingFound : hint}</div>
        <label className="scanner__picture">
          {words.picture}
          <input className="unseen" type="file" accept="image/*" onChange={(event) => void choose(event)} />
        </label>
      </div>
    </div>
  );
}
