"""What making the executable needs beside build.spec, and the trial of what was made."""
