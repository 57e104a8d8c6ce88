# The source view of the editor.

source-field = Source of the routine
source-go-to = Go to { $place }
source-reads = The source can be read.
source-give-up = Give up the text
source-back = Show in the source
source-behind = The source has an error at { $place }: { $problem } The blocks are as they were before, and stay so until it can be read.
source-loses = { $n ->
    [one] The next change here drops a comment of the source: { $comments }
   *[other] The next change here drops { $n } comments of the source: { $comments }
}
source-too-long = A routine's file holds no more than 1 MiB of text, so that was not put in. Shorten it, or make two routines of it.
edit-refused-source-unread = The source cannot be read, so the blocks wait. Mend it or give the text up first.
