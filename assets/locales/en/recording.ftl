# The record of sessions, where it cannot be read or written.

banner-record-closed = The record of your sessions cannot be opened. Sessions run all the same, and what you do is kept beside it and written once it can be. { $problem }
banner-record-held = What you did could not be written to the record of your sessions. It is kept beside it and written as soon as that can be done. { $problem }
banner-record-unkept = What you did could not be written to the record of your sessions, nor be kept beside it. It is tried again as long as this window is open; closed before that, it is lost. { $problem }
banner-record-caught-up = What could not be written before is in the record of your sessions now{ $n ->
        [0] .
        [one] : one session.
       *[other] : { $n } sessions.
    }
banner-record-waits = What was done before could not be written to the record of your sessions yet, and waits in { $file }. { $problem }
banner-record-not-caught-up = Not all of what was done before could be written to the record of your sessions ({ $problem }). It is kept as { $file }.
banner-record-stopped = The record of your sessions is not being written any more. Open Unhunch again to go on with it.
banner-record-set-aside = The record of your sessions was damaged ({ $problem }). { $n ->
        [0] Nothing of it could be read.
        [one] One session could be read and goes on.
       *[other] { $n } sessions could be read and go on.
    }{ $backup ->
        [0] {""}
        [one] {" "}One of them comes from a backup.
       *[other] {" "}{ $backup } of them come from a backup.
    }{ $part ->
        [0] {""}
        [one] {" "}One lacks some of what was done.
       *[other] {" "}{ $part } lack some of what was done.
    } The damaged file is kept as { $file }.
banner-record-restored = The record of your sessions was gone. It goes on from its backup { $file }, with { $n ->
        [one] one session
       *[other] { $n } sessions
    }.
banner-record-no-backup = Today's backup of the record of your sessions could not be written to { $folder }. { $problem }
