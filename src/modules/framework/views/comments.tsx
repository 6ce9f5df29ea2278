import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { inWords } from "#platform/moments.ts";
import { Button } from "#ui/nhs/button.tsx";
import { CharacterCount } from "#ui/nhs/character-count.tsx";
import { PostButton } from "#ui/post-button.tsx";
import type { Comment } from "../comment.ts";

type CommentsProps = {
  heading: string;
  comments: readonly Comment[];
  /** Where a new one is sent, and where one is taken back. */
  action: string;
  removeAt(comment: Comment): string;
  viewer: string | null;
  can: { discuss: boolean; moderate: boolean };
};

/** What people said, and room to say something. */
export function Comments(props: CommentsProps): ReactNode {
  const { heading, comments, action, removeAt, viewer, can } = props;
  return (
    <section className="tl-comments" aria-labelledby="comments">
      <h2 id="comments" className="nhsuk-heading-m">
        {heading} ({comments.length})
      </h2>
      {comments.length === 0 ? <p>Nobody has said anything yet.</p> : null}
      <ol className="nhsuk-list tl-comments__list">
        {comments.map((comment) => (
          <li key={comment.id} className="tl-comment" id={`comment-${comment.id}`}>
            <p className="tl-quiet">
              {comment.name ?? "Somebody who has left"}, {inWords(comment.writtenAt)}, of version{" "}
              {comment.number}
            </p>
            <p className="tl-comment__text">{comment.text}</p>
            {can.moderate || (viewer !== null && viewer === comment.writtenBy) ? (
              <PostButton
                action={removeAt(comment)}
                text="Take out"
                about={`the comment of ${comment.name ?? "somebody"}`}
                variant="secondary"
                small
              />
            ) : null}
          </li>
        ))}
      </ol>
      {can.discuss ? (
        <form action={action} method="post" noValidate>
          <input type="hidden" name="_key" value={randomUUID()} />
          <CharacterCount
            id="text"
            name="text"
            label="Say what you think"
            hint="Everybody can read this, with your name"
            maxlength={2000}
            rows={4}
            attributes={{ "data-check-patient-data": "" }}
          />
          <Button text="Say it" variant="secondary" preventDoubleClick />
        </form>
      ) : (
        <p>
          <a href={`/sign-in?next=${encodeURIComponent(action.replace(/\/comments$/, ""))}`}>Sign in</a> to
          say what you think.
        </p>
      )}
    </section>
  );
}
